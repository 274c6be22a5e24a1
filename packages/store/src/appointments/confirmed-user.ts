/** SQL condition on a row of `user`: nothing is left to confirm of the role that user has. */
export const confirmedUser = (user: string): string =>
  `NOT EXISTS (SELECT 1 FROM appointment WHERE appointment.user_id = ${user}.id AND confirmed_at IS NULL
    AND appointment.role = ${user}.role)`
