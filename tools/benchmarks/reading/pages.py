#!/usr/bin/env python3
"""Makes documents of other lengths out of one: pages.py SOURCE.docx ITS_PAGES TARGET.docx PAGES

The paragraphs and tables of the source are repeated or cut off; all other parts stay as they are."""
import io
import sys
import zipfile
from xml.etree import ElementTree

WORD = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'


def main(source, source_pages, target, pages):
    with zipfile.ZipFile(source) as archive:
        parts = [(entry.filename, archive.read(entry)) for entry in archive.infolist()]
    for index, (name, data) in enumerate(parts):
        if name != 'word/document.xml':
            continue
        for _, (prefix, uri) in ElementTree.iterparse(io.BytesIO(data), ['start-ns']):
            ElementTree.register_namespace(prefix, uri)
        root = ElementTree.fromstring(data)
        body = root.find(f'{WORD}body')
        blocks, end = list(body)[:-1], body[-1]
        count = round(len(blocks) * int(pages) / int(source_pages))
        for block in blocks:
            body.remove(block)
        body.remove(end)
        body.extend(blocks[place % len(blocks)] for place in range(count))
        body.append(end)
        declaration = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        parts[index] = (name, declaration + ElementTree.tostring(root, encoding='utf-8'))
    with zipfile.ZipFile(target, 'w', zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts:
            archive.writestr(name, data)


if __name__ == '__main__':
    main(*sys.argv[1:])
