const channel = typeof setImmediate === 'function' ? null : new MessageChannel();
const waiting: (() => void)[] = [];
if (channel) channel.port1.onmessage = () => waiting.shift()?.();

/** The next task of the event loop; unlike setTimeout it is not held back to 4 ms. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    // Node has setImmediate; its message ports would not keep the process alive.
    if (!channel) {
      setImmediate(resolve);
      return;
    }
    waiting.push(resolve);
    channel.port2.postMessage(null);
  });
}
