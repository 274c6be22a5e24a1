/** Faults of a form's field, shown beside it. */
export const fields = {
  empty: '请填写此项。',
  unfinished: '请填写完整。',
  late: (last: string) => `请选择不晚于${last}的日期。`,
}
