import { parentPort } from 'node:worker_threads';
import { threadContext } from '@qifutong/platform/thread-context';
import { config } from '../config.ts';
import { intakeOnOneThread } from '../on-one-thread.ts';
import type { Told } from '@qifutong/platform/thread';
import { SuggestionService } from './suggestion.service.ts';

const { app, stop } = await threadContext(intakeOnOneThread, config(), 'suggestions');
const suggestions = app.get(SuggestionService);
const port = parentPort!;

const carryOut: Readonly<Record<Told, () => void>> = {
  wake: () => suggestions.wake(),
  stop: () => void stop().then(() => port.close()),
};

port.on('message', (told: Told) => carryOut[told]());
