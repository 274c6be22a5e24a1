/** The pictures of the goal pages and what lies behind them. */
export const goalPictures = {
  sure: 'How sure is this?',
}
