#!/usr/bin/env python3
"""Shows what share of the findings of each confidence is right.

Usage: calibrate.py CORPUS_TOOLS GOLD PREDICTED [GOLD PREDICTED ...]

CORPUS_TOOLS is the folder of score_extraction.py, whose pairing decides what is right. Categories of
which the annotations list the important elements only have no precision and are left out.
"""
import json, pathlib, sys
from collections import defaultdict


def main(tools, *folders):
    sys.path.insert(0, tools)
    import score_extraction as scorer
    counts = defaultdict(lambda: [0, 0])
    for gold_dir, predicted_dir in zip(folders[::2], folders[1::2]):
        for path in sorted(pathlib.Path(gold_dir).glob('*.gold.json')):
            name = path.name[:-len('.gold.json')]
            predicted = pathlib.Path(predicted_dir, f'{name}.json')
            if predicted.exists():
                count(scorer, json.loads(path.read_text()), json.loads(predicted.read_text()), counts)
    for (category, confidence), (right, wrong) in sorted(counts.items()):
        print(f'{category:14} stated {confidence:.2f}  right {right / (right + wrong):.2f}  of {right + wrong}')


def confidence(element):
    """That of the field which names the element; for a list of fields the lowest."""
    stated = [proof['confidence'] for proof in element.get('evidence', {}).values()]
    return stated[0] if stated else None


def count(scorer, gold, got, counts):
    for field in scorer.SCALARS:
        proof = got.get('evidence', {}).get(field)
        if field in gold and proof:
            ok = scorer.equal(gold[field], got.get(field))
            counts['scalars', proof['confidence']][not ok] += 1
    for category, (naming, _) in scorer.SETS.items():
        if category not in gold or category in scorer.OPTIONAL:
            continue
        wanted, found = gold[category], got.get(category) or []
        least = 0.6 if category in ('tasks', 'commitments', 'events') else 0.75
        pairs = sorted(((scorer.close(category, scorer.key_of(category, g, naming),
                                      scorer.key_of(category, f, naming)), i, j)
                        for i, g in enumerate(wanted) for j, f in enumerate(found)), key=lambda p: -p[0])
        used_wanted, used_found = set(), set()
        for score, i, j in pairs:
            if score >= least and i not in used_wanted and j not in used_found:
                used_wanted.add(i)
                used_found.add(j)
        for j, element in enumerate(found):
            stated = confidence(element)
            if stated is not None:
                counts[category, stated][j not in used_found] += 1


if __name__ == '__main__':
    if len(sys.argv) < 4 or len(sys.argv) % 2:
        sys.exit(__doc__)
    main(*sys.argv[1:])
