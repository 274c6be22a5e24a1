const KEY = 'wayproof-single-keys'

/** Whether keys without Ctrl or ⌘ work, which the browser remembers. */
export const areSingleKeysOn = (): boolean => localStorage.getItem(KEY) !== 'off'

export const setSingleKeys = (isOn: boolean): void => localStorage.setItem(KEY, isOn ? 'on' : 'off')
