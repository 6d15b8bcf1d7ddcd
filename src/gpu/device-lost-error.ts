/** The device is gone, and with it every buffer and all work in hand. */
export class DeviceLostError extends Error {
  override readonly name = 'DeviceLostError';
}
