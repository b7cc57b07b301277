// says when it is woken and when it stops; the third time it fails
import { BroadcastChannel, parentPort } from 'node:worker_threads';

const said = new BroadcastChannel('thread-program');
let times = 0;

function wake() {
  if (++times === 3) throw new Error('the third time');
  said.postMessage(`woken ${times}`);
}

function stop() {
  said.postMessage('stopped');
  said.close();
  parentPort.close();
}

parentPort.on('message', (told) => ({ wake, stop })[told]());
