#!/usr/bin/env python3
"""Reads every hostile file in a process of its own: hostile.py BUILD CORPUS/hostile [--verbose]

INDEX.tsv says what must happen. Prints the files with another outcome, or over their second or their
256 MB, then how often which outcome came and the most time and memory. Exits with 1 when any is wrong."""
import collections
import os
import pathlib
import subprocess
import sys

FOLDERS = ('zip', 'opc', 'xml', 'text', 'payload', 'real')


def read(program, path):
    """The outcome, the text, the CPU seconds and the MiB of one process."""
    child = subprocess.Popen([program, 'judge', str(path)], stdout=subprocess.PIPE,
                             stderr=subprocess.DEVNULL)
    text = child.stdout.read().decode('utf-8')
    _, status, usage = os.wait4(child.pid, 0)
    outcome = text.split('\t')[0] if status == 0 else f'CRASH {status}'
    return outcome, text, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main(build, folder, verbose):
    folder, wrong, outcomes, most = pathlib.Path(folder), 0, collections.Counter(), [0, 0]
    before = sorted(str(path) for path in pathlib.Path('/tmp').glob('rel_pwned*'))
    for line in (folder / 'INDEX.tsv').read_text(encoding='utf-8').splitlines()[1:]:
        file, _, what, expected, needed, seconds, memory = (line.split('\t') + [''] * 7)[:7]
        if file.split('/')[0] not in FOLDERS or expected == 'DATA':
            continue
        outcome, text, cpu, size = read(f'{build}/release/reading', folder / file)
        allowed = expected.split('|')
        good = outcome in allowed or 'ANY' in allowed and not outcome.startswith('CRASH') \
            or outcome == 'OK_WARN' and 'OK' in allowed
        if outcome.startswith('OK') and needed and needed not in text:
            good, outcome = False, f'{outcome} without {needed}'
        good = good and cpu < float(seconds or 1) and size < float(memory or 256)
        outcomes[outcome] += 1
        most = [max(most[0], cpu), max(most[1], size)]
        wrong += not good
        if verbose or not good:
            print(f'{"ok" if good else "WRONG"}  {file}: {outcome}, wanted {expected}; '
                  f'{cpu * 1e3:.0f} ms, {size:.0f} MiB; {what}')
    written = sorted(str(path) for path in pathlib.Path('/tmp').glob('rel_pwned*')) != before
    print(', '.join(f'{count} {outcome}' for outcome, count in outcomes.most_common()))
    print(f'{sum(outcomes.values())} files, {wrong} wrong; at most {most[0] * 1e3:.0f} ms and '
          f'{most[1]:.0f} MiB; ' + ('a file was written' if written else 'nothing written'))
    return 1 if wrong or written else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1], sys.argv[2], '--verbose' in sys.argv))
