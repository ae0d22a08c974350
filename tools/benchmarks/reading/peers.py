#!/usr/bin/env python3
"""Times one reader of others: peers.py NAME ROUNDS FILE; prints CPU milliseconds, best and median.

Each returns the text that it finds: python-docx by its paragraphs and tables in order, mammoth as raw
text, office-oxide as plain text."""
import io
import sys
import time


def python_docx(data):
    import docx
    document = docx.Document(io.BytesIO(data))
    lines = []
    for block in document.iter_inner_content():
        if hasattr(block, 'rows'):
            lines += ['\t'.join(cell.text for cell in row.cells) for row in block.rows]
        else:
            lines.append(block.text)
    return '\n'.join(lines)


def mammoth(data):
    import mammoth
    return mammoth.extract_raw_text(io.BytesIO(data)).value


def office_oxide(data):
    import office_oxide
    return office_oxide.Document.from_bytes(data, 'docx').plain_text()


PEERS = {'python-docx': python_docx, 'mammoth': mammoth, 'office-oxide': office_oxide}


def main(name, rounds, path):
    read, data, times = PEERS[name], open(path, 'rb').read(), []
    read(data)
    for _ in range(int(rounds)):
        start = time.process_time()
        assert read(data)
        times.append((time.process_time() - start) * 1e3)
    times.sort()
    print(f'{times[0]:.3f} {times[len(times) // 2]:.3f}')


if __name__ == '__main__':
    main(*sys.argv[1:])
