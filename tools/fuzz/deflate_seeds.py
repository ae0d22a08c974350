#!/usr/bin/env python3
"""Writes the packed parts of archives, each behind its size in two bytes: deflate_seeds.py FOLDER FILE…"""
import pathlib
import sys
import zipfile
import zlib


def main(folder, files):
    for file in files:
        with zipfile.ZipFile(file) as archive:
            for number, entry in enumerate(archive.infolist()):
                data = archive.read(entry)[:0xFFFF]
                for level in (0, 1, 9):
                    packer = zlib.compressobj(level, zlib.DEFLATED, -15)
                    packed = packer.compress(data) + packer.flush()
                    name = f'{pathlib.Path(file).stem}-{number}-{level}.deflate'
                    (pathlib.Path(folder) / name).write_bytes(len(data).to_bytes(2, 'little') + packed)


if __name__ == '__main__':
    main(sys.argv[1], sys.argv[2:])
