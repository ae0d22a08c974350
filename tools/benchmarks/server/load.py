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


def wrk(url, paths, seconds=8, connections=16):
    """Requests a second over paths that take turns, and the 99th percentile in ms."""
    script = os.path.join(work, "paths.lua")
    with open(script, "w") as lua:
        lua.write("local paths = {%s}\n" % ",".join(json.dumps(path) for path in paths))
        lua.write("local n = 0\nrequest = function() n = n % #paths + 1\n"
                  "return wrk.format('GET', paths[n]) end\n")
    said = subprocess.run(
        ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency", "-s", script, url],
        capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in said:
        raise SystemExit(said)
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", said).group(1))
    value, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", said).groups()
    return rate, float(value) * {"us": 0.001, "ms": 1, "s": 1000}[unit]


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


def read():
    database, copy = os.path.join(work, "set.db"), os.path.join(work, "copy.db")
    subprocess.run([f"{binaries}/HubLoad", "fill", database, os.environ.get("DOCUMENTS", "4000")], check=True)
    soulad("backup", "--db", database, copy)
    connection = sqlite3.connect(copy)
    records = [row[0] for row in connection.execute("SELECT id FROM taskRecord ORDER BY random() LIMIT 1000")]
    connection.close()
    regions = [f"Území {number}" for number in range(206)]
    words = ["bydlení", "dluhy", "sociální služby", "terénní pracovníci", "komunitní plán", "děti", "ubytovna"]
    conditions = [(region, f"20{14 + number % 10}") for number, region in enumerate(regions * 2)]
    found = "FROM passageIndex JOIN passage ON passage.number = passageIndex.rowid"
    questions = {
        "a record": (
            [f"/api/v1/records/{record}" for record in records],
            [f"/copy/taskRecord/{record}.json?_shape=array" for record in records], 10),
        "a filtered view with facets and count": (
            [encode("/api/v1/tasks", {"region": region, "due": year, "limit": 20, "facets": "true"})
             for region, year in conditions],
            [encode("/copy/taskRecord.json", {"region": region, "due__startswith": year, "_size": 20,
                                              "_facet": "responsible", "_sort": "due"})
             + "&_facet=region&_facet=due" for region, year in conditions], 10),
        "search with snippets": (
            [encode("/api/v1/search", {"q": word, "limit": 20, "facets": "true"}) for word in words],
            [encode("/copy.json", {"sql": f"SELECT passage.text, passage.document {found} WHERE passageIndex "
                                          "MATCH :q ORDER BY bm25(passageIndex) LIMIT 20", "q": word})
             for word in ["bydlen", "dluh", "social sluzb", "teren pracovnik", "komunit plan", "det", "ubytovn"]], 5),
    }
    hub = Hub(database, "--kept-answers", os.environ.get("KEPT", "0"))
    peer = Datasette(copy) if os.path.exists(os.environ["DATASETTE"]) else None
    try:
        for name, (ours, theirs, wanted) in questions.items():
            rate, late = wrk(hub.url, ours)
            line = f"{name}: {rate:.0f}/s, p99 {late:.1f} ms"
            half = at_half_load(hub.url + ours[0], rate)
            line += f", at half load p99 {half:.1f} ms"
            if peer and theirs:
                other, _ = wrk(peer.url, theirs, connections=4)
                line += f"; Datasette {other:.0f}/s, ratio {rate / other:.1f} (wanted {wanted})"
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
