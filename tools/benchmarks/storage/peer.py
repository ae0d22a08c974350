"""Asks the same questions of the same file through Datasette and prints the CPU that each costs.

Usage: peer.py DATASETTE DATABASE QUESTIONS.json
"""
import http.client
import json
import os
import sqlite3
import subprocess
import sys
import time
import urllib.parse

datasette, database, questions = sys.argv[1:4]
port = 8931
server = subprocess.Popen(
    [datasette, "serve", "--immutable", database, "--port", str(port), "--setting", "sql_time_limit_ms",
     "10000", "--setting", "facet_time_limit_ms", "10000"],
    stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
name = os.path.basename(database).rsplit(".", 1)[0]


def cpu():
    fields = open(f"/proc/{server.pid}/stat").read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def get(path):
    connection.request("GET", path)
    response = connection.getresponse()
    body = response.read()
    if response.status != 200:
        raise SystemExit(f"Datasette: {response.status} {path} {body[:300]}")
    return body


for _ in range(100):
    try:
        connection = http.client.HTTPConnection("127.0.0.1", port)
        get("/-/versions.json")
        break
    except OSError:
        time.sleep(0.1)


def sql(text, **parameters):
    return f"/{name}.json?" + urllib.parse.urlencode({"sql": text, **parameters})


def search(asked):
    """Ranking, total and facets, as Datasette gives them: three questions."""
    condition = "passageIndex MATCH :q"
    if "rows" in asked:
        # A year is a range of rows.
        condition += " AND passageIndex.rowid BETWEEN {} AND {}".format(*map(int, asked["rows"]))
    found = "FROM passageIndex JOIN indexedDocument ON number = passageIndex.rowid >> 6"
    return [
        sql(f"SELECT document, passageIndex.rowid {found} WHERE {condition}"
            " ORDER BY bm25(passageIndex) LIMIT 20", q=asked["match"]),
        sql(f"SELECT count(*) FROM passageIndex WHERE {condition}", q=asked["match"]),
        sql(f"SELECT region, body, year, kind, count(*) {found} WHERE {condition}"
            " GROUP BY 1, 2, 3, 4", q=asked["match"]),
    ]


def measure(label, rounds, paths):
    """Asks so many times, and again until it has cost a second: the system counts hundredths of one."""
    for path in paths(0):
        get(path)
    start, asked = cpu(), 0
    while asked < rounds or cpu() - start < 1:
        for path in paths(asked):
            get(path)
        asked += 1
    print(f"{label}\tdatasette\t{(cpu() - start) / asked * 1000}\tms\t")


try:
    asked = json.load(open(questions))
    regions = asked["regions"]
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as reader:
        # Identifiers are computed, so one walk through all finds them faster than one for each.
        numbers = dict(reader.execute(
            "SELECT id, recordNumber FROM identifiedRecord AS record JOIN agendaItemRecord"
            " ON recordNumber = record.number"))
        records = [numbers[id] for id in asked["records"]]
    reader.close()
    measure("a record with its evidence", 300,
            lambda n: [f"/{name}/agendaItemRecord/{records[n % len(records)]}.json"])
    measure("a filtered view: page, count, four facets", 60, lambda n: [
        f"/{name}/items.json?" + urllib.parse.urlencode([
            ("region", regions[n % len(regions)]), ("date__startswith", f"20{14 + n % 10}"),
            ("_facet", "region"), ("_facet", "body"), ("_facet", "discussed"),
            ("_facet", "announced"), ("_size", "20"), ("_sort_desc", "date"),
            ("_nosuggest", "1")])])
    for label, questions in asked["searches"].items():
        measure(label, 20, lambda n: search(questions[n % len(questions)]))
finally:
    server.terminate()
    server.wait()
