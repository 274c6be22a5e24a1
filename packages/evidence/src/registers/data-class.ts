/** Classes of personal data with different legal obligations. */
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
