// Whether the process in this container lives; HEALTH_PORT is its port.
const answer = await fetch(`http://127.0.0.1:${process.env.HEALTH_PORT}/healthz`).catch(() => null);
process.exit(answer?.ok ? 0 : 1);
