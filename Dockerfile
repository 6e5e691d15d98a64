# syntax=docker/dockerfile:1

# The bot's TypeScript runs as it is: building it means fetching the packages that it runs on.
FROM node:24-bookworm-slim AS packages
WORKDIR /bot
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev

FROM node:24-bookworm-slim
ENV NODE_ENV=production \
    DATA_DIR=/data
WORKDIR /bot

# The one place that is written to; the rest may be mounted read-only.
RUN install --directory --owner=node --group=node --mode=0700 /data
VOLUME /data

COPY --from=packages /bot/node_modules ./node_modules
COPY package.json LICENSE ./
COPY membership ./membership
COPY store ./store
COPY payments ./payments
COPY cards ./cards
COPY dialogs ./dialogs
COPY pages ./pages
COPY bot ./bot

USER node
EXPOSE 3978

# Whether the process lives; whether it can save is /readyz's matter, and no reason to end it.
HEALTHCHECK --interval=15s --timeout=3s --start-period=30s --retries=3 \
    CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3978}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]

# Node itself, without npm or a shell before it, so that SIGTERM reaches it: it ends within 10 s, its turns finished.
STOPSIGNAL SIGTERM
CMD ["node", "bot/main.ts"]
