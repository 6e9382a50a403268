# One image for api, worker, migrations and the operator's commands: Node, production dependencies and dist/. It holds neither
# PostgreSQL nor a second Node, and runs as nobody on a file system that may be read-only.
#
#   docker build --build-arg NODE_IMAGE=node:26.10.0-bookworm-slim@sha256:… --tag assent:0.1.0 .
#
# The base is named with its digest, which `docker pull node:26.10.0-bookworm-slim` prints. There is no default: a tag may be
# moved, and whoever builds should say what they trust. What was run of this file, and what was not: docs/operating.md.
ARG NODE_IMAGE

FROM ${NODE_IMAGE} AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY tools/ready.mjs tools/
RUN ["node", "tools/ready.mjs", "--install-only"]
COPY .swcrc tsconfig.json ./
COPY apps apps/
COPY libs libs/
COPY migrations migrations/
RUN ["node", "tools/ready.mjs"]

# Optional are the embedded PostgreSQL and the Node that comes by npm: here both are somebody else's.
FROM ${NODE_IMAGE} AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN ["npm", "ci", "--omit=dev", "--omit=optional", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]

FROM ${NODE_IMAGE} AS product
LABEL org.opencontainers.image.title="Assent" org.opencontainers.image.licenses="Apache-2.0"
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
WORKDIR /app
COPY --from=dependencies /app/node_modules node_modules/
COPY --from=build /app/dist dist/
COPY package.json LICENSE ./
# A volume for the signing key takes over whose folder it is.
RUN ["node", "-e", "const fs = require('node:fs'); fs.mkdirSync('/signer', { mode: 0o700 }); fs.chownSync('/signer', 65532, 65532)"]
# A number, so that an orchestrator can see that it is not root; no account of the image is needed.
USER 65532:65532
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s --retries=3 CMD ["node", "dist/apps/operator/is-ready.js", "3000"]
ENTRYPOINT ["node"]
CMD ["dist/apps/api/main.js"]
