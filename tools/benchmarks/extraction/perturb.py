#!/usr/bin/env python3
"""Writes changed copies of annotated minutes: other names, dates, labels, bullets and lines.

Usage: perturb.py GOLD_FOLDER OUTPUT

Each change makes a folder of OUTPUT with texts and annotations changed alike. A rule that hangs on the
looks of one document loses what it found there.
"""
import json, pathlib, random, re, sys, textwrap, unicodedata

MONTHS = ('ledna února března dubna května června července srpna září října listopadu '
          'prosince').split()
DATE = re.compile(r'(?<![\d./])(\d{1,2})\. ?(\d{1,2})\. ?((?:19|20)\d\d)(?!\d)')
SURNAMES = ('Havlík Brabenec Kadlčák Jelen Kolman Dostál Vrabec Bednář Urban Zeman Kovář Marek Beran '
            'Hruban Pospíšil Sobotík Kubát Štěpán Malík Toman Holub Sedlář Ptáčník').split()
LABELS = [
    ('Přítomni:', 'Účastníci jednání:'), ('Přítomni', 'Přítomní'), ('Omluveni:', 'Z jednání omluveni:'),
    ('Hosté:', 'Přizvaní hosté:'), ('Nepřítomni:', 'Chyběli:'), ('Zapsala:', 'Zápis vyhotovila:'),
    ('Zapsal:', 'Zápis vyhotovil:'), ('Zapisovatel:', 'Zápis provedl:'),
    ('Ověřovatel:', 'Zápis ověřil:'), ('Program:', 'Navržený program:'),
    ('Datum konání:', 'Termín jednání:'), ('Místo konání:', 'Místo:'),
]


def plain(text):
    return ''.join(c for c in unicodedata.normalize('NFKD', text) if not unicodedata.combining(c))


def dates(form):
    def change(match):
        day, month, year = map(int, match.groups())
        return form(day, month, year) if 1 <= month <= 12 else match.group(0)
    return lambda text, gold: (DATE.sub(change, text), gold)


def names(text, gold):
    """Gives the people of the attendance list other surnames; the endings of their cases stay."""
    pool = SURNAMES[:]
    random.Random(1).shuffle(pool)
    found = {entry['name'].split()[-1] for entry in json.loads(gold).get('attendance', [])}
    for surname in sorted(found, key=len, reverse=True):
        stem = surname[:-3] if surname.endswith('ová') else surname
        if len(stem) < 4 or not stem[0].isupper() or stem[-1] in 'aeiouyáéíóúýě' or not pool:
            continue
        new = pool.pop()
        text, gold = (re.sub(r'\b' + re.escape(stem), new, where) for where in (text, gold))
        text = re.sub(r'\b' + re.escape(stem.upper()), new.upper(), text)
    return text, gold


def labels(text, gold):
    for old, new in LABELS:
        text = re.sub(r'(?m)^(\s*[-*•]*\s*)' + re.escape(old), lambda m: m.group(1) + new, text)
    return text, gold


def wrapped(width):
    def change(text, gold):
        lines = []
        for line in text.split('\n'):
            keep = len(line) <= width or '|' in line or '  ' in line.strip()
            lines += [line] if keep else textwrap.wrap(
                line, width, break_long_words=False, break_on_hyphens=False)
        return '\n'.join(lines), gold
    return change


def lines(pattern, replacement):
    return lambda text, gold: (re.sub(pattern, replacement, text), gold)


CHANGES = {
    'unchanged': lambda text, gold: (text, gold),
    'other surnames': names,
    'dates as 05.02.2024': dates(lambda d, m, y: f'{d:02}.{m:02}.{y}'),
    'dates as 5. února 2024': dates(lambda d, m, y: f'{d}. {MONTHS[m - 1]} {y}'),
    'other labels': labels,
    'labels in capitals': lines(
        r'(?m)^\s*[-*•]*\s*[A-ZÁ-Ž][a-zá-ž]+(?: [a-zá-ž]+){0,2}\s*:', lambda m: m.group(0).upper()),
    'no diacritics': lambda text, gold: (plain(text), plain(gold)),
    'lines of 90': wrapped(90),
    'lines of 70': wrapped(70),
    'no empty lines': lines(r'\n\s*\n+', '\n'),
    'an empty line after each': lines(r'\n', '\n\n'),
    'dashes for bullets': lines(r'(?m)^(\s*)[•➢▪·](\s)', r'\1-\2'),
    '1) for 1.': lines(r'(?m)^(\s*)(\d{1,2})\.(\s+[A-ZÁ-Ž])', r'\1\2)\3'),
    'indented lines': lines(r'(?m)^(?=.)', '    '),
}


def main(source, output):
    for name, change in CHANGES.items():
        folder = pathlib.Path(output, name)
        folder.mkdir(parents=True, exist_ok=True)
        for path in sorted(pathlib.Path(source).glob('*.gold.json')):
            stem = path.name[:-len('.gold.json')]
            text = path.with_name(f'{stem}.txt').read_text(encoding='utf-8')
            text, gold = change(text, path.read_text(encoding='utf-8'))
            (folder / f'{stem}.txt').write_text(text, encoding='utf-8')
            (folder / path.name).write_text(gold, encoding='utf-8')


if __name__ == '__main__':
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
