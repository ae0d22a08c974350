"""Prints figures of several programs as one table: measure, unit, bar, each program, the ratio."""
import sys

rows = {}
for line in sys.stdin:
    measure, who, value, unit, *bar = line.rstrip("\n").split("\t")
    row = rows.setdefault(measure, {"unit": unit, "bar": ""})
    row[who] = float(value)
    if bar and bar[0]:
        row["bar"] = bar[0]
print(f"{'':58} {'Soulad':>10} {'Datasette':>10} {'times':>7}  {'unit':12} bar")
for measure, row in rows.items():
    own, peer = row.get("soulad"), row.get("datasette")
    ratio = f"{peer / own:7.1f}" if own and peer else " " * 7
    cells = [f"{value:10.3f}" if value is not None else " " * 10 for value in (own, peer)]
    print(f"{measure:58} {cells[0]} {cells[1]} {ratio}  {row['unit']:12} {row['bar']}")
