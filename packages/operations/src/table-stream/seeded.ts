/** Tables in which migrations write rows; a copy replaces them. */
export const SEEDED = ['mail_route', 'register_revision', 'service_contact', 'trusted_clock'] as const
