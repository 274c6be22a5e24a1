/** Classes of personal data, as far as what is owed to people differs between them. */
export const DATA_CLASSES = [
  'name',
  'contact',
  'birth-date',
  'identity-document',
  'payment',
  'travel',
  'location',
  'account',
  'health',
  'children',
] as const
