/** SQL: the name of the user whose id stands in `column`, also of a removed one; the id itself where no name is known. */
export const userName = (column: string): string =>
  `coalesce((SELECT name FROM user WHERE user.id = ${column}),
    (SELECT name FROM former_user WHERE former_user.id = ${column}), ${column})`
