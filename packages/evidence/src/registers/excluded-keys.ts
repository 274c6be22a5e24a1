export type ExcludedKeys = Readonly<Record<'surfaces' | 'staff' | 'partners', readonly string[]>>
