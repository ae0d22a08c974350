"""Makes a table of lines of measure, system, figure and unit."""

import sys

figures, systems, units = {}, [], {}
for line in sys.stdin:
    parts = line.rstrip("\n").split("\t")
    if len(parts) != 4:
        print(line, end="")
        continue
    measure, system, value, unit = parts
    figures.setdefault(measure, {})[system] = float(value)
    units[measure] = unit
    if system not in systems:
        systems.append(system)


def shown(value):
    if value is None:
        return ""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


print("| measure | unit | " + " | ".join(systems) + " |")
print("|---|---|" + "---|" * len(systems))
for measure, row in figures.items():
    cells = " | ".join(shown(row.get(system)) for system in systems)
    print(f"| {measure} | {units[measure]} | {cells} |")
