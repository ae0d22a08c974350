#!/usr/bin/env python3
"""Prints the benchmark of reading: table.py BUILD CORPUS

One run, the programs in turn, so that a slow moment of the machine hits all alike. The figures are CPU
time of the process for one document whose bytes are in memory; the ratios are what counts."""
import os
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).parent
PEERS = ['office-oxide', 'python-docx', 'mammoth']


def output(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def peak(*command):
    """The most memory that a whole process holds, in MiB."""
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    assert status == 0, command
    return usage.ru_maxrss / 1024


def commands(build, rounds, document, floor):
    """The timed programs; slow ones take fewer rounds."""
    few = str(max(2, rounds // floor))
    python = str(build / 'peers/bin/python')
    yield 'soulad', [str(build / 'release/reading'), 'time', str(rounds), str(document)]
    yield 'libzip + SAX2 in C', [str(build / 'baseline'), str(rounds), str(document)]
    for peer in PEERS:
        if (build / 'peers' / peer).exists():
            count = str(rounds) if peer == 'office-oxide' else few
            yield peer, [python, str(HERE / 'peers.py'), peer, count, str(document)]


def measure(build, document, rounds, floor):
    """The best and the median time of each program over three turns."""
    found = {}
    for _ in range(3):
        for name, command in commands(build, rounds, document, floor):
            best, median = map(float, output(*command).split())
            found.setdefault(name, []).append((best, median))
    return {name: (min(best for best, _ in turns), sorted(median for _, median in turns)[1])
            for name, turns in found.items()}


def main(build, corpus):
    perf = corpus / 'docx/perf'
    documents = {10: perf / 'minutes10.docx', 300: perf / 'minutes300.docx'}
    results = {pages: measure(build, path, 200 if pages == 10 else 15, 20 if pages == 10 else 5)
               for pages, path in documents.items()}
    print('| reader | 10 pages: best | median | ratio | 300 pages: best | median | ratio | whole process, 300 pages |')
    print('| --- | --: | --: | --: | --: | --: | --: | --: |')
    whole = dict(commands(build, 1, documents[300], 1))
    for name in results[10]:
        cells = [name]
        for pages in documents:
            best, median = results[pages][name]
            ratio = best / results[pages]['soulad'][0]
            cells += [f'{best:.2f} ms', f'{median:.2f} ms', f'{ratio:.2f}']
        cells.append(f'{peak(*whole[name]):.1f} MiB')
        print('| ' + ' | '.join(cells) + ' |')
    print('\nThe ratio is the best time divided by ours.\n')
    print('| pages | best | median | per page | whole process |')
    print('| --: | --: | --: | --: | --: |')
    program = str(build / 'release/reading')
    for pages in (10, 100, 1000):
        document = build / f'pages{pages}.docx'
        output(sys.executable, str(HERE / 'pages.py'), str(documents[300]), '301', str(document), str(pages))
        rounds = str(max(5, 2000 // pages))
        best, median = map(float, output(program, 'time', rounds, str(document)).split())
        memory = peak(program, 'time', '1', str(document))
        print(f'| {pages} | {best:.2f} ms | {median:.2f} ms | {best / pages * 1e3:.0f} µs | {memory:.1f} MiB |')


if __name__ == '__main__':
    main(*map(pathlib.Path, sys.argv[1:]))
