"""The same work by loro, pycrdt and SQLite's session extension; prints the figures as the harness does."""

import json
import os
import resource
import sys
import tempfile
import time
import zlib


def report(measure, system, value, unit):
    print(f"{measure}\t{system}\t{value}\t{unit}", flush=True)


def seconds(work, times=3):
    best = float("inf")
    for _ in range(times):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def trace(folder, name):
    with open(f"{folder}/{name}.json", encoding="utf-8") as file:
        return json.load(file)


def loro_typing(patches, size):
    import loro

    document = loro.LoroDoc()
    text = document.get_text("t")
    for number, (position, deleted, inserted) in enumerate(patches, 1):
        if deleted:
            text.delete(position, deleted)
        if inserted:
            text.insert(position, inserted)
        if number % size == 0:
            document.commit()
    document.commit()
    return text.to_string()


def pycrdt_typing(patches, size):
    from pycrdt import Doc, Text

    document = Doc()
    text = document["t"] = Text()
    for start in range(0, len(patches), size):
        with document.transaction():
            for position, deleted, inserted in patches[start : start + size]:
                if deleted:
                    del text[position : position + deleted]
                if inserted:
                    text.insert(position, inserted)
    return str(text)


def typing(folder):
    for name in ["sveltecomponent", "rustcode", "seph-blog1", "automerge-paper"]:
        data = trace(folder, name)
        patches = [patch for item in data["txns"] for patch in item["patches"]]
        for size in [100, 1]:
            what = "each patch" if size == 1 else f"{size} patches"
            measure = f"type {name}, {what} a transaction"
            for system, work in [("loro", loro_typing), ("pycrdt", pycrdt_typing)]:
                if system == "pycrdt" and len(patches) > 100_000:
                    continue  # minutes; its text is searched from the start
                time_taken = seconds(lambda: work(patches, size), 1)
                report(measure, system, len(patches) / time_taken, "patches/s")


def histories(data, make, edit, export, take):
    """Lets one document an agent live the trace; returns a document with the whole history."""
    documents, seen, updates, known = {}, {}, {}, []
    for item in data["txns"]:
        agent = item["agent"]
        has = {}
        for parent in item["parents"]:
            for other, count in known[parent].items():
                has[other] = max(has.get(other, 0), count)
        if agent not in documents:
            documents[agent], seen[agent], updates[agent] = make(agent), {}, []
        document = documents[agent]
        missing = [
            (number, other, place)
            for other, count in has.items()
            if other != agent
            for place in range(seen[agent].get(other, 0) + 1, count + 1)
            for number in [updates[other][place - 1][0]]
        ]
        for _, other, place in sorted(missing):
            take(document, updates[other][place - 1][1])
            seen[agent][other] = place
        updates[agent].append((len(known), export(document, lambda: edit(document, item["patches"]))))
        known.append({**has, agent: len(updates[agent])})
    whole = make(1 << 20)
    for _, update in sorted(pair for pairs in updates.values() for pair in pairs):
        take(whole, update)
    return whole


def merging(folder):
    """Each trace is lived through by one document an agent, and then merged from one blob."""
    import loro
    from pycrdt import Doc, Text

    def loro_make(agent):
        document = loro.LoroDoc()
        document.peer_id = agent + 1
        return document

    def loro_edit(document, patches):
        text = document.get_text("t")
        for position, deleted, inserted in patches:
            if deleted:
                text.delete(position, deleted)
            if inserted:
                text.insert(position, inserted)
        document.commit()

    def loro_export(document, work):
        before = document.oplog_vv
        work()
        return document.export(loro.ExportMode.Updates(before))

    def yrs_make(agent):
        document = Doc(client_id=agent + 1)
        document["t"] = Text()
        return document

    def yrs_edit(document, patches):
        with document.transaction():
            text = document["t"]
            for position, deleted, inserted in patches:
                if deleted:
                    del text[position : position + deleted]
                if inserted:
                    text.insert(position, inserted)

    def yrs_export(document, work):
        before = document.get_state()
        work()
        return document.get_update(before)

    for name in ["friendsforever", "clownschool", "A1"]:
        data = trace(folder, name)
        try:
            whole = histories(data, loro_make, loro_edit, loro_export, lambda d, u: d.import_(u))
            blob = whole.export(loro.ExportMode.Updates(loro.VersionVector()))
            result = loro.LoroDoc()

            def load():
                document = loro.LoroDoc()
                document.import_(blob)
                return document.get_text("t").to_string()

            if load() != data["endContent"]:
                print(f"loro, {name}: another text", file=sys.stderr)
            report(f"merge {name} from one blob", "loro", seconds(load) * 1000, "ms")
            report(f"size of {name}, all edits", "loro", len(blob), "bytes")
        except Exception as error:  # the peers' interfaces change between versions
            print(f"loro, {name}: {error}", file=sys.stderr)
        try:
            whole = histories(data, yrs_make, yrs_edit, yrs_export, lambda d, u: d.apply_update(u))
            blob = whole.get_update()

            def load():
                document = Doc()
                text = document["t"] = Text()
                document.apply_update(blob)
                return str(text)

            if load() != data["endContent"]:
                print(f"pycrdt, {name}: another text", file=sys.stderr)
            report(f"merge {name} from one blob", "pycrdt", seconds(load) * 1000, "ms")
            report(f"size of {name}, all edits", "pycrdt", len(blob), "bytes")
        except Exception as error:
            print(f"pycrdt, {name}: {error}", file=sys.stderr)


def rows():
    """SQLite alone, and with its session extension, which keeps no causes and signs nothing."""
    import random

    import apsw

    count = 100_000
    ids = [random.randbytes(16) for _ in range(count)]
    values = [tuple(f"value {row % 1000} of {field}" for field in range(1, 11)) for row in range(count)]
    columns = ", ".join(f"f{field}" for field in range(1, 11))

    def database():
        connection = apsw.Connection(f"{tempfile.mkdtemp()}/rows.db")
        connection.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL")
        connection.execute(f"CREATE TABLE record (id BLOB PRIMARY KEY, {columns}) WITHOUT ROWID")
        return connection

    def fill(connection):
        marks = ", ".join("?" * 11)
        with connection:
            connection.executemany(
                f"INSERT INTO record VALUES ({marks})", ((i, *v) for i, v in zip(ids, values)))

    def update(connection):
        with connection:
            connection.executemany(
                "UPDATE record SET f3 = ? WHERE id = ?",
                ((f"updated {row % 1000}", ids[row]) for row in range(count)))

    plain = database()
    report("insert, one change: capture", "sqlite alone", count / seconds(lambda: fill(plain), 1), "records/s")
    plain.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    report("insert into a file: size", "sqlite alone", os.path.getsize(plain.filename) / count, "bytes/record")
    source, target = database(), database()
    for name, work in [("insert, one change", fill), ("update one field, a change each", update)]:
        session = apsw.Session(source, "main")
        session.attach()
        report(f"{name}: capture", "session", count / seconds(lambda: work(source), 1), "records/s")
        changes = session.changeset()
        report(f"{name}: on the wire", "session", len(changes) / count, "bytes/record")
        report(f"{name}: on the wire, zlib", "session", len(zlib.compress(changes, 6)) / count, "bytes/record")
        time_taken = seconds(lambda: apsw.Changeset.apply(changes, target), 1)
        report(f"{name}: decode, verify and apply", "session", count / time_taken, "records/s")


def loro_rows():
    import loro

    count = 100_000

    def fill(document):
        table = document.get_map("records")
        for row in range(count):
            record = table.insert_container(str(row), loro.LoroMap())
            for field in range(1, 11):
                record.insert(str(field), f"value {row % 1000} of {field}")
        document.commit()

    document = loro.LoroDoc()
    report("insert, one change: capture", "loro", count / seconds(lambda: fill(document), 1), "records/s")
    blob = document.export(loro.ExportMode.Updates(loro.VersionVector()))
    report("insert, one change: on the wire", "loro", len(blob) / count, "bytes/record")
    report("insert, one change: on the wire, zlib", "loro", len(zlib.compress(blob, 6)) / count, "bytes/record")
    time_taken = seconds(lambda: loro.LoroDoc().import_(blob), 1)
    report("insert, one change: decode, verify and apply", "loro", count / time_taken, "records/s")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    report("100,000 records in memory, peak memory", "loro", peak, "MB")


for part in sys.argv[2:]:
    try:
        {"text": lambda: (typing(sys.argv[1]), merging(sys.argv[1])), "rows": rows, "loro-rows": loro_rows}[part]()
    except Exception as error:
        print(f"{part}: {error!r}", file=sys.stderr)
