import { untilToldToStop } from '@qifutong/platform/lifecycle';
import { readGatewayConfig } from './config.ts';
import { createGateway } from './gateway.ts';

const config = readGatewayConfig();
const gateway = await createGateway(config);
await gateway.start(config.PORT_BASE);
process.on('SIGHUP', () => void gateway.reload());
untilToldToStop(() => gateway.stop(), gateway.log);
