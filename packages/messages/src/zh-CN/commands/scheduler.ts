import type { Messages } from '../../en.ts'

export const scheduler: Messages['scheduler'] = {
  started: '调度程序已启动。',
  delivers: {
    smtp: (place) => `邮件通过服务器 ${place} 发送。`,
    folder: (place) => `未设置邮件服务器（SMTP_URL）：邮件写入文件夹 ${place}，不会发给任何人。`,
  },
  reads: {
    mailbox: (place) => `退信从服务器 ${place} 上的邮箱读取。`,
    folder: (place) => `退信从文件夹 ${place} 读取。`,
  },
  stopped: '调度程序已停止。',
}
