"""URLs to replies, many at once: turns, retries, trust, proxies."""
