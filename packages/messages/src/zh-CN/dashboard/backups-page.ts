import type { backups as en } from '../../en/dashboard/backups-page.ts'

export const backups: typeof en = {
  title: '备份',
  last: '最近备份',
  never: '暂无备份',
  journal: '退订、删除和调查截止日志',
  folderUnset: '未设置 BACKUP_DIR：日志与数据库在同一处，会随数据库一起丢失。请将其设为另一块磁盘上的文件夹。',
  held: (count, day) => `${day}恢复备份后，${count} 封邮件暂缓发送：它们可能已经发送过。`,
  release: '发送邮件',
  drop: '放弃邮件',
  confirmRelease: (count) => `发送 ${count} 封暂缓发送的邮件？`,
  confirmDrop: (count) => `放弃 ${count} 封暂缓发送的邮件？`,
  released: '部分收件人可能会重复收到邮件。已退订或已删除的人不会收到。',
  dropped: '还没有收到这些邮件的收件人将不再收到。此操作无法撤销。',
}
