# Verbatim in a container: built from the sources, run by a user of its own on a root that may be read-only.
FROM node:26-bookworm-slim AS build
WORKDIR /build
# What is installed changes seldom: a change of the code alone builds in seconds.
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY tsconfig.json tsconfig.build.json ./
COPY scripts ./scripts
COPY seeds ./seeds
COPY index ./index
COPY adapters ./adapters
COPY src ./src
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:26-bookworm-slim
ENV NODE_ENV=production VERBATIM_DATA=/data VERBATIM_WEB=0.0.0.0:4400
WORKDIR /opt/verbatim
COPY --from=build /build/package.json ./
COPY --from=build /build/node_modules ./node_modules
COPY --from=build /build/dist ./dist
RUN ln -s /opt/verbatim/dist/src/start.js /usr/local/bin/verbatim && install -d -o node -g node -m 700 /data
USER node
# Settings and documents are mounted here: verbatim.yaml, and what it names.
WORKDIR /desk
VOLUME /data
EXPOSE 4400
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:4400/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["verbatim"]
CMD ["serve"]
