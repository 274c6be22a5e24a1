import manifest from '../../package.json' with { type: 'json' }

/** The version of Wayproof: all packages have the same. */
export const VERSION: string = manifest.version

/** Whether a version (`1.2.3`) comes after another. */
export function isLater(version: string, than: string): boolean {
  return version.localeCompare(than, 'en', { numeric: true }) > 0
}
