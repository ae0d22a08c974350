"""The parts of the load run; see run. Prints a line a figure."""
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request

binaries = os.environ["BIN"]
work = tempfile.mkdtemp(dir="/dev/shm" if os.path.isdir("/dev/shm") else None)
environment = dict(os.environ, SOULAD_LANG="en")


def soulad(*arguments):
    subprocess.run([f"{binaries}/soulad", *arguments], check=True, env=environment)


class Hub:
    """A running hub."""

    def __init__(self, database, *arguments):
        self.process = subprocess.Popen(
            [f"{binaries}/soulad-server", "--db", database, "--listen", "127.0.0.1:0", *arguments],
            stderr=subprocess.PIPE, text=True, env=environment)
        self.url = self.process.stderr.readline().strip().split(" at ")[-1].rstrip("/")

    def megabytes(self, name="VmHWM"):
        text = open(f"/proc/{self.process.pid}/status").read()
        return int(re.search(name + r":\s+(\d+)", text).group(1)) / 1024

    def stop(self):
        self.process.terminate()
        self.process.wait()


class Datasette:
    """Datasette on a copy of the same file."""

    def __init__(self, database):
        self.url = "http://127.0.0.1:8932"
        self.process = subprocess.Popen(
            [os.environ["DATASETTE"], "serve", "--immutable", database, "--port", "8932", "--setting",
             "facet_time_limit_ms", "10000", "--setting", "sql_time_limit_ms", "10000"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(200):
            try:
                urllib.request.urlopen(self.url + "/-/versions.json")
                break
            except OSError:
                time.sleep(0.1)

    def stop(self):
        self.process.terminate()
        self.process.wait()


def processor_seconds(process):
    """The processor time that a process has used, whatever else the machine does meanwhile."""
    fields = open(f"/proc/{process.pid}/stat").read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def wrk(server, paths, seconds, connections):
    """Requests a second over paths that take turns, and the processor time of each in ms."""
    script = os.path.join(work, "paths.lua")
    with open(script, "w") as lua:
        lua.write("local paths = {%s}\n" % ",".join(json.dumps(path) for path in paths))
        lua.write("local n = 0\nrequest = function() n = n % #paths + 1\n"
                  "return wrk.format('GET', paths[n]) end\n")
    start = processor_seconds(server.process)
    said = subprocess.run(
        ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "-s", script, server.url],
        capture_output=True, text=True, check=True).stdout
    used = processor_seconds(server.process) - start
    if "Non-2xx" in said:
        raise SystemExit(said + paths[0])
    count = int(re.search(r"(\d+) requests in", said).group(1))
    return float(re.search(r"Requests/sec:\s+([\d.]+)", said).group(1)), used / count * 1000


def at_half_load(url, rate, seconds=8):
    """The 99th percentile in ms at half the rate."""
    workers = 8
    said = subprocess.run(
        ["hey", "-z", f"{seconds}s", "-c", str(workers), "-q", str(max(1, round(rate / 2 / workers))), url],
        capture_output=True, text=True, check=True).stdout
    late = re.search(r"99% in ([\d.]+) secs", said)
    return float(late.group(1)) * 1000 if late else float("nan")


def encode(path, values):
    return path + "?" + urllib.parse.urlencode(values)


def sql(text, question):
    return encode("/copy.json", {"sql": text, "q": question, "_shape": "array"})


def questions(copy):
    """What is asked of both: of the hub, of Datasette, and how many times as fast is wanted."""
    words = ["bydlení", "dluhy", "sociální služby", "terénní pracovníci", "komunitní plán", "děti",
             "ubytovna"]
    stems = subprocess.run([f"{binaries}/HubLoad", "terms", copy, *words], check=True,
                           capture_output=True, text=True).stdout.splitlines()
    connection = sqlite3.connect(copy)
    records = connection.execute(
        "SELECT id, recordNumber FROM identifiedRecord AS record JOIN taskRecord ON recordNumber = record.number"
        " ORDER BY random() LIMIT 1000").fetchall()
    # What whoever publishes by Datasette would make, as the hub's own index has no text in it.
    connection.execute("CREATE TABLE passage (number INTEGER PRIMARY KEY, text TEXT)")
    connection.execute("INSERT INTO passage SELECT document << 14 | line, text FROM documentLine")
    connection.execute("CREATE VIRTUAL TABLE passageText USING fts5(text, content = 'passage',"
                       " content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2')")
    connection.execute("INSERT INTO passageText (passageText) VALUES ('rebuild')")
    connection.commit()
    connection.close()
    conditions = [(f"Území {number % 206}", f"20{14 + number % 10}") for number in range(412)]
    beginnings = ["bydlen*", "dluh*", "socialn* sluzb*", "terenn* pracovn*", "komunitn* plan*", "det*",
                  "ubytovn*"]
    lines = ("FROM passageIndex JOIN indexedDocument AS known ON known.number = passageIndex.rowid >> 6"
             " JOIN passage ON passage.number = (known.document << 14) + firstLine + (passageIndex.rowid & 63)"
             " JOIN documentRecord ON recordNumber = known.document WHERE passageIndex MATCH :q")
    snippets = ("FROM passageText JOIN documentRecord ON recordNumber = passageText.rowid >> 14"
                " WHERE passageText MATCH :q ORDER BY bm25(passageText) LIMIT 20")
    searches = [encode("/api/v1/search", {"q": word, "limit": 20}) for word in words]
    return {
        "a record": (
            [f"/api/v1/records/{id}" for id, _ in records],
            [f"/copy/taskRecord/{number}.json?_shape=array" for _, number in records], 10),
        "a filtered view with facets and count": (
            [encode("/api/v1/tasks", {"region": region, "due": year, "limit": 20, "facets": "true"})
             for region, year in conditions],
            [encode("/copy/taskRecord.json",
                    {"region": region, "due__startswith": year, "_size": 20, "_facet": "responsible",
                     "_sort": "due", "_nosuggest": 1}) + "&_facet=region&_facet=due"
             for region, year in conditions], 10),
        "search, the same index, whole lines": (
            searches,
            [sql(f"SELECT passage.text, name, known.date, known.region {lines}"
                 " ORDER BY bm25(passageIndex) LIMIT 20", stem) for stem in stems], 5),
        "search, an index with text and snippets": (
            searches,
            [sql("SELECT snippet(passageText, 0, '<b>', '</b>', '…', 40), name, date, region "
                 + snippets, word) for word in beginnings], 5),
    }


def middle(values):
    return sorted(values)[len(values) // 2]


def read():
    database, copy = os.path.join(work, "set.db"), os.path.join(work, "copy.db")
    subprocess.run([f"{binaries}/HubLoad", "fill", database, os.environ.get("DOCUMENTS", "4000")], check=True)
    soulad("backup", "--db", database, copy)
    asked = questions(copy)
    hub = Hub(database, "--kept-answers", os.environ.get("KEPT", "0"))
    peer = Datasette(copy) if os.path.exists(os.environ["DATASETTE"]) else None
    rounds, seconds = int(os.environ.get("ROUNDS", "5")), int(os.environ.get("SECONDS", "4"))
    try:
        for name, (ours, theirs, wanted) in asked.items():
            # In turns, so that what else the machine does meets both.
            own, other = [], []
            for _ in range(rounds):
                own.append(wrk(hub, ours, seconds, 16))
                if peer:
                    other.append(wrk(peer, theirs, seconds, 4))
            rate, cost = middle([rate for rate, _ in own]), middle([cost for _, cost in own])
            line = f"{name}: {rate:.0f}/s, {cost:.2f} ms CPU"
            line += f", at half load p99 {at_half_load(hub.url + ours[0], rate):.1f} ms"
            if peer:
                ratios = sorted(mine[0] / its[0] for mine, its in zip(own, other))
                its_cost = middle([cost for _, cost in other])
                line += (f"; Datasette {middle([rate for rate, _ in other]):.0f}/s, {its_cost:.2f} ms CPU"
                         f"; ratio {middle(ratios):.1f} ({ratios[0]:.1f} to {ratios[-1]:.1f}),"
                         f" of CPU {its_cost / cost:.1f}, wanted {wanted}")
            print(line, flush=True)
        print(f"memory of the hub: {hub.megabytes():.0f} MB at most", flush=True)
    finally:
        hub.stop()
        if peer:
            peer.stop()


def offices():
    database = os.path.join(work, "hub.db")
    soulad("init", "--db", database, "--region", "Rozcestník")
    hub = Hub(database)
    try:
        count, changes = os.environ.get("OFFICES", "206"), os.environ.get("CHANGES", "1000")
        subprocess.run([f"{binaries}/HubLoad", "offices", work, count, changes, database, hub.url], check=True)
        print(f"memory of the hub: {hub.megabytes():.0f} MB at most", flush=True)
    finally:
        hub.stop()


def first():
    database = os.path.join(work, "big.db")
    soulad("init", "--db", database, "--region", "Rozcestník")
    hub = Hub(database)
    try:
        subprocess.run(
            [f"{binaries}/HubLoad", "first", work, os.environ.get("FIRST", "100000"), hub.url], check=True)
        print(f"memory of the hub: {hub.megabytes():.0f} MB at most", flush=True)
    finally:
        hub.stop()


try:
    {"read": read, "offices": offices, "first": first}[sys.argv[1]]()
finally:
    shutil.rmtree(work, ignore_errors=True)
