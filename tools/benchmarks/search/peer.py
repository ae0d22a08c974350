"""Prints what a peer makes of each word of standard input, one a line. Usage: peer.py NAME"""
import sys
import unicodedata


def fold(word):
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def analyser(name):
    if name == "words":
        return lambda word: word
    if name == "folded-words":
        return fold
    if name.startswith("snowball"):
        import snowballstemmer

        stem = snowballstemmer.stemmer("czech").stemWord
        return (lambda word: fold(stem(word))) if name.endswith("folded") else stem
    if name == "simplemma":
        import simplemma

        return lambda word: simplemma.lemmatize(word, lang="cs").lower()
    sys.exit(f"unknown peer {name}")


analyse = analyser(sys.argv[1])
for line in sys.stdin:
    print(analyse(line.strip().lower()).replace(" ", "_"))
