/**
 * A Vulkan driver that runs on any Linux x64 CPU (SwiftShader), out of the npm package that also
 * carries our test browser. It lets a machine with nothing but Node run every WGSL kernel.
 *
 * macOS and Windows need none of this: Dawn finds Metal and D3D12 by itself.
 */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { browserFontsEnvironment } from './browser-fonts.mjs';

const cache = join(
  dirname(fileURLToPath(import.meta.url)),
  '..',
  'node_modules',
  '.cache',
  'meanfield',
);

export const softwareDriverIsFor = (platform = process.platform, arch = process.arch) =>
  platform === 'linux' && arch === 'x64';

/**
 * Unpacks the browser and the driver once; later calls only name the folder.
 * @returns {Promise<string | null>} the folder, or null where the package does not serve this machine
 */
export async function unpackChromium() {
  if (!softwareDriverIsFor()) return null;
  const folder = join(cache, 'chromium-147');
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  // Unpacked beside and renamed, so that two runs at once never see half a browser.
  const unpacking = mkdtempSync(join(cache, 'unpacking-'));
  // In a process of its own, because the package rewrites the environment it runs in. With the two
  // AWS names set it also unpacks the shared libraries (libnss3 and friends) that a bare machine lacks.
  await promisify(execFile)(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      "await (await import('@sparticuz/chromium')).default.executablePath()",
    ],
    {
      cwd: dirname(fileURLToPath(import.meta.url)),
      env: {
        ...process.env,
        TMPDIR: unpacking,
        AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x',
        AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x',
      },
    },
  );
  try {
    renameSync(unpacking, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(unpacking, { recursive: true });
  }
  return folder;
}

/**
 * The environment in which Dawn, started afresh, also finds the software driver. The loader reads
 * it when the process starts, so it has to be given to a child.
 * @returns {Promise<Record<string, string>>}
 */
export async function softwareDriverEnvironment() {
  const folder = await unpackChromium();
  if (!folder) return {};
  const libraries = hasVulkanLoader() ? [] : [folder];
  const path = [...libraries, ...(process.env.LD_LIBRARY_PATH?.split(':') ?? [])].filter(Boolean);
  return {
    // "Add": a hardware driver that the machine has stays visible, and is preferred.
    VK_ADD_DRIVER_FILES: join(folder, 'vk_swiftshader_icd.json'),
    ...(path.length ? { LD_LIBRARY_PATH: path.join(':') } : {}),
  };
}

/**
 * What a child needs to start the unpacked browser on a machine without its shared libraries and
 * fonts, and for its ANGLE to find the driver: without it WebGPU's device is lost as soon as a canvas
 * presents. Its fonts are the ones that come from npm, whatever fonts the machine has.
 * @returns {Promise<Record<string, string>>}
 */
export async function browserEnvironment() {
  const folder = await unpackChromium();
  if (!folder) return {};
  const path = [process.env.LD_LIBRARY_PATH, join(folder, 'al2023', 'lib')].filter(Boolean);
  return {
    VK_ADD_DRIVER_FILES: join(folder, 'vk_swiftshader_icd.json'),
    LD_LIBRARY_PATH: path.join(':'),
    ...browserFontsEnvironment(folder, cache),
  };
}

const hasVulkanLoader = () =>
  ['/usr/lib/x86_64-linux-gnu', '/usr/lib64', '/usr/lib', '/lib64'].some((folder) =>
    existsSync(join(folder, 'libvulkan.so.1')),
  );
