import type { move as en } from '../../en/commands/move.ts'

export const move: typeof en = {
  faults: {
    'wave-not-anonymous': (wave) => `${wave}的调查还没有截止或还没有匿名化，未迁移任何内容。请在调查截止后重试。`,
    'apps-running': (database) => `有应用正在使用 ${database}。请停止所有应用，然后重新运行此命令。`,
    'target-filled': (database) => `${database} 中已有数据。只能迁移到空数据库，未迁移任何内容。`,
  },
  usage:
    '用法：wayproof move --to 地址 [--data 文件夹] [--json]\n将本系统迁移到空数据库，地址格式为 postgresql://用户名:密码@主机:端口/数据库名 或 file:路径。请先停止所有应用。',
  copying: (from, to) => `正在将 ${from} 迁移至 ${to}`,
  copied: (table, rows) => `${table}：${rows.toLocaleString('en')} 行`,
  moved: (to, rows) => `已将 ${rows.toLocaleString('en')} 行迁移至 ${to}，各数据表与原数据库一致。`,
  resumed: '上次迁移在复制完成后中断，现已重新核对。',
  setUrl: '请将所有应用的 DATABASE_URL 设为新数据库，然后启动应用。密钥文件保持不变。',
  destroyFile: (file) => `旧数据库已无法启动。应用在新数据库上运行后，请销毁 ${file} 及其备份。`,
  dropDatabase: (name) =>
    `旧数据库已无法启动。应用在新数据库上运行后，请在服务器上删除 ${name}，并销毁其备份和归档日志。`,
}
