"""Measures the processor time of a Czech spaCy pipeline over documents of about 10 KB."""
import pathlib
import sys
import time

import cs_core_news_sm

pipeline = cs_core_news_sm.load()
texts = [path.read_text(encoding="utf-8") for path in sorted(pathlib.Path(sys.argv[1]).glob("*.txt"))]
texts = [text for text in texts if 8_000 <= len(text.encode()) < 13_000]
pipeline(texts[0])
spent, size = 0.0, 0
for text in texts:
    times = []
    for _ in range(3):
        start = time.process_time()
        pipeline(text)
        times.append(time.process_time() - start)
    spent += min(times) * 1000
    size += len(text.encode())
print(f"spaCy cs_core_news_sm {pipeline.meta['version']}\t{spent / len(texts):.1f} ms a document"
      f"\t{spent / size * 10_240:.1f} ms per 10 KB")
