#!/usr/bin/env python3
"""Judges what is read of real documents: conformance.py BUILD CORPUS [--verbose]

Prints the table of the corpus's own tool (words lost by category, leaks), then what is left after two
allowances: words that the reference cuts or joins where the document does not, and the list of
exceptions, each with its reason. Then the labels of lists, and how the unreadable files were refused.
Exits with 1 when anything is left, or fewer than 99 % of the labels are right."""
import collections
import gzip
import json
import pathlib
import re
import shutil
import subprocess
import sys
import unicodedata

HERE = pathlib.Path(__file__).parent


def joined(lost, spare, total):
    """The lost words that stand in the text glued to their neighbours, or cut in pieces.

    A spare word of ours made of the reference's, or a lost word made of spare ones, has all the letters
    that the reference has; only the space between them differs."""
    def made_of(word, pieces):
        ends = {0: []}
        for end in range(1, len(word) + 1):
            for start, used in list(ends.items()):
                piece = word[start:end]
                if piece and pieces[piece] > used.count(piece) and end not in ends:
                    ends[end] = used + [piece]
        return ends.get(len(word))
    forgiven, left = collections.Counter(), collections.Counter(lost)
    for word in sorted(spare, key=len, reverse=True):
        for _ in range(spare[word]):
            used = made_of(word, left) or made_of(word, left + total) or []
            if len(used) < 2 or not any(left[piece] for piece in used):
                break
            found = collections.Counter(used) & left
            forgiven += found
            left -= found
    for word in list(left):
        if made_of(word, spare):
            forgiven[word] += left[word]
    return forgiven


def words_left(score, reference, texts, exceptions):
    """The losses that neither an exception nor a mere joint explains, by file and category."""
    left, allowed = [], collections.Counter()
    for name, entry in sorted(reference.items()):
        path = texts / f'{name}.txt'
        if entry['status'] != 'ok':
            continue
        if not path.exists():
            allowed[('refused', exceptions.get((name, 'refused'), '?'))] += 1
            if (name, 'refused') not in exceptions:
                left.append((name, 'refused', (texts / f'{name}.err').read_text().strip()))
            continue
        have = score.words(path.read_text(encoding='utf-8'))
        total = sum((score.words(entry['text'].get(c)) for c in score.VISIBLE), collections.Counter())
        short, spare = total - have, have - total
        short -= joined(short, spare, total)
        for category in score.VISIBLE:
            gone = score.words(entry['text'].get(category)) & short
            short -= gone
            if gone and (name, category) not in exceptions:
                left.append((name, category, ' '.join(gone)))
        for category in score.HIDDEN:
            hidden = score.words(entry['text'].get(category))
            leaks = hidden and sum((hidden & spare).values()) * 2 >= sum(hidden.values())
            if leaks and (name, category) not in exceptions:
                left.append((name, f'{category} leaks', ' '.join(hidden & spare)))
    return left


def labels(corpus, texts, exceptions):
    """How many labels stand before their texts: right, wrong, and the wrong ones."""
    def plain(text):
        return re.sub(r'\s+', '', unicodedata.normalize('NFKC', text))
    right, wrong = 0, []
    rows = [line.split('\t') for line in (corpus / 'list-labels.tsv').read_text().splitlines()[1:]]
    lines = {}
    for name, label, text in rows:
        path = texts / f'{name}.labels'
        if name not in lines:
            have = path.read_text().splitlines() if path.exists() else []
            whole = (texts / f'{name}.txt').read_text() if path.exists() else ''
            lines[name] = [plain(line) for line in have], plain(whole)
        blocks, whole = lines[name]
        start = plain(label) + plain(text)[:40]
        if any(line.startswith(start) for line in blocks) or start in whole:
            right += 1
        else:
            wrong.append((name, label, text, (name, 'label') in exceptions))
    return right, wrong


def main(build, corpus, verbose):
    corpus = pathlib.Path(corpus)
    sys.path.insert(0, str(corpus.parent / 'tools'))
    import score_reading as score
    texts = pathlib.Path(build) / 'texts'
    shutil.rmtree(texts, ignore_errors=True)
    texts.mkdir(parents=True)
    files = sorted(map(str, (corpus / 'files').iterdir()))
    subprocess.run([f'{build}/release/reading', 'convert', str(texts), *files], check=True)

    score.main(corpus / 'reference.json.gz', texts, verbose)
    with gzip.open(corpus / 'reference.json.gz', 'rt', encoding='utf-8') as file:
        reference = json.load(file)
    rows = [line.split('\t') for line in (HERE / 'exceptions.tsv').read_text().splitlines()[1:]]
    exceptions = {(name, category): reason for name, category, reason in rows}
    left = words_left(score, reference, texts, exceptions)
    print(f'\nafter joints and {len(exceptions)} exceptions: {len(left)} differences')
    for row in left:
        print('  ' + ': '.join(row))

    right, wrong = labels(corpus, texts, exceptions)
    share = 100 * right / max(1, right + len(wrong))
    print(f'labels: {right} of {right + len(wrong)} ({share:.1f} %)')
    for name, label, text, known in wrong:
        print(f'  {name}: {label} {text}' + (' (exception)' if known else ''))

    unreadable = [name for name, entry in reference.items() if entry['status'] != 'ok']
    codes = collections.Counter((texts / f'{name}.err').read_text().split('\n')[0].replace('\t', ' ').strip()
                                if (texts / f'{name}.err').exists() else 'READ' for name in unreadable)
    print('unreadable: ' + ', '.join(f'{count} {code}' for code, count in codes.most_common()))
    return 1 if left or share < 99 or codes['READ'] else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1], sys.argv[2], '--verbose' in sys.argv))
