# Tocsin with SQLite in /data: docs/deploying.md.
FROM python:3.13-slim AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
WORKDIR /src
RUN python -m venv /venv
COPY requirements.lock ./
RUN /venv/bin/pip install --require-hashes --only-binary :all: -r requirements.lock
COPY . .
RUN /venv/bin/pip install --no-deps --no-build-isolation .

FROM python:3.13-slim
# PTB_TIMEDELTA: python-telegram-bot gives a flood limit's pause as a timedelta.
ENV PATH=/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PTB_TIMEDELTA=1 \
    TOCSIN_DATABASE_URL=sqlite:////data/tocsin.db \
    TOCSIN_FEEDS_FILE=/etc/tocsin/feeds.yaml
COPY --from=build /venv /venv
COPY feeds.yaml /etc/tocsin/feeds.yaml
RUN useradd --uid 10001 --user-group --no-create-home --shell /usr/sbin/nologin tocsin \
    && install -d -o tocsin -g tocsin /data
USER 10001:10001
WORKDIR /data
VOLUME /data
EXPOSE 8081
# A process without the web part (TOCSIN_WEB_PORT empty) has nothing to ask: healthy.
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s CMD ["python", "-c", "import os, urllib.request; port = os.environ.get('TOCSIN_WEB_PORT', '8081'); port and urllib.request.urlopen(f'http://127.0.0.1:{port}/health', timeout=4)"]
ENTRYPOINT ["tocsin"]
CMD ["run"]
