import type { SettingFaultCode } from '../../en/commands/settings.ts'

const faults: Record<SettingFaultCode, (name: string, value: string) => string> = {
  'not-a-port': (name, value) => `${name} 的值为“${value}”，应为 0 至 65535 之间的端口号。`,
  'not-a-web-address': (name, value) =>
    `${name} 的值为“${value}”，应为不带路径的网址，例如 https://privacy.example.com。`,
  'not-a-time-zone': (name, value) => `${name} 的值为“${value}”，应为时区名称，例如 Asia/Shanghai。`,
  'not-a-language': (name, value) => `${name} 的值为“${value}”，应为 zh-CN 或 en。`,
  'not-a-database': (name) =>
    `${name} 应为文件（如 file:./data/wayproof.db）或 PostgreSQL 数据库（如 postgresql://user:password@db.example.com:5432/wayproof）。其中可能含有密码，所以不显示现有的值。`,
  'not-a-mail-server': (name) =>
    `${name} 应为邮件服务器地址，例如 smtp://user:password@mail.example.com:587。其中可能含有密码，所以不显示现有的值。`,
  'not-a-mail-address': (name, value) => `${name} 的值为“${value}”，应为一个邮箱地址，例如 privacy@example.com。`,
  'not-a-bounce-address': (name, value) =>
    `${name} 的值为“${value}”，应为一个邮箱地址，“@”之前不含“+”且不超过 15 个字符，例如 bounces@privacy.example.com。`,
  'not-a-mailbox': (name) =>
    `${name} 应为 IMAP 邮箱的连接地址，例如 imaps://user:password@mail.example.com/INBOX（使用 STARTTLS 时为 imap://）。用户名和密码中的特殊字符请转义，例如“@”写作 %40，“/”写作 %2F。其中可能含有密码，所以不显示现有的值。`,
  'not-a-resolver': (name, value) =>
    `${name} 的值为“${value}”，应为 DNS 解析器的 IP 地址，例如 192.0.2.53 或 192.0.2.53:5353。`,
  'not-a-socket': (name, value) =>
    `${name} 的值为“${value}”，应为带端口的主机（如 clamd:3310）或套接字路径（如 /run/clamav/clamd.ctl）。`,
  'not-a-web-hook': (name) =>
    `${name} 应为 https 地址，例如 https://chat.example.com/hook/key。该地址相当于群聊的密钥，所以不显示现有的值。`,
  'not-a-hook-form': (name, value) => `${name} 的值为“${value}”，应为 generic、wecom、dingtalk、feishu 或 slack。`,
  'too-short-a-secret': (name) => `${name} 不足 32 个字符。请设为较长的随机文本。`,
  'not-a-domain': (name, value) => `${name} 的值为“${value}”，应为域名，例如 example.com。`,
  'dkim-incomplete': (name) =>
    `${name} 未设置，而邮件签名需要同时设置 DKIM_DOMAIN、DKIM_SELECTOR 和 DKIM_KEY_FILE。请全部设置或全部不设。`,
  'dkim-key-unusable': (name, value) =>
    `${name} 的值为“${value}”，但该文件无法读取，或其中没有 1024 位以上的 RSA 私钥（PEM 格式）。`,
  'dkim-key-short': (name, value) =>
    `${name} 的值为“${value}”，但该 RSA 密钥不足 2048 位。请生成更长的密钥，并发布其公钥。`,
  'not-hours': (name, value) => `${name} 的值为“${value}”，应为同一天内的时段，例如 08:00-20:00。`,
  'not-seconds': (name, value) => `${name} 的值为“${value}”，应为 1 至 3600 之间的整数秒。`,
  'not-a-count': (name, value) => `${name} 的值为“${value}”，应为 1 至 99 之间的整数。`,
  'not-a-rate': (name, value) => `${name} 的值为“${value}”，应为 1 至 99999 之间的整数。`,
  'not-yes-or-no': (name, value) => `${name} 的值为“${value}”，应为 yes 或 no。`,
  'not-network-addresses': (name, value) =>
    `${name} 的值为“${value}”，应为 IP 地址或地址段，多个之间用英文逗号分隔，例如 127.0.0.1 或 10.0.0.0/8。`,
  'not-a-private-address': (name, value) =>
    `${name} 的值为“${value}”，应为本机在内网中的 IP 地址，例如 10.0.0.5 或 127.0.0.1：能访问该地址的人都能读取指标。`,
  'not-encrypted': (name, value) =>
    `${name} 的值为“${value}”，本机以外的访问不加密。请在前面设置支持 TLS 的反向代理，并将 ${name} 设为其 https 地址。`,
  'proxy-unnamed': (name) =>
    `${name} 未设置，而管理端有公开地址。请设为前面代理的地址（如 127.0.0.1），以便区分访问者；没有代理则设为 none。`,
  'not-an-issuer': (name, value) =>
    `${name} 的值为“${value}”，应为登录服务的 https 地址，不带查询参数，例如 https://login.example.com/realms/staff。只有本机上的登录服务可以使用 http。`,
  'oidc-incomplete': (name) =>
    `${name} 未设置，而通过登录服务登录需要同时设置 OIDC_ISSUER、OIDC_CLIENT_ID、OIDC_CLIENT_SECRET、OIDC_NAME 和 OIDC_ROLES。请五项全部设置，或不设任何 OIDC 项。`,
  'not-a-scope': (name, value) => `${name} 的值为“${value}”，应为以空格分隔的 scope，其中须包含 openid 和 email。`,
  'not-a-role-map': (name, value) =>
    `${name} 的值为“${value}”，应为“角色=声明值”，各项之间用英文分号分隔，例如 officer=privacy-team; executive=board。同一个声明值不能出现两次。`,
  'not-a-role': (name, value) =>
    `${name} 中的角色“${value}”不存在。可用的角色有 officer、human-resources、it-security、customer-service、procurement、case-handler、auditor、executive 和 administrator。`,
  'unknown-name': (name, value) => `没有名为 ${name} 的设置。是否应为 ${value}？请修改名称或删除该项。`,
  'port-taken': (name, value) => `端口 ${value} 已被其他程序占用。请将 ${name} 设为空闲的端口。`,
  empty: (name) => `${name} 已设置，但没有值。请填写或删除该项。`,
  'key-file-wrong': (_, value) => `密钥文件 ${value} 的格式不正确，没有 64 位十六进制密钥。请恢复您保存的副本。`,
  'key-file-unreadable': (_, value) => `密钥文件 ${value} 无法读取，也无法创建。`,
  'folder-of-others': (name, value) =>
    `${name} 为“${value}”，该文件夹中有其他程序的文件。请指定专用的文件夹，可以是新的。`,
  'keys-among-data': (name, value) =>
    `${name} 为“${value}”，位于数据或备份文件夹内，一份副本会同时包含进行中调查的答卷及其密钥。请将 ${name} 设为 DATA_DIR 和 BACKUP_DIR 之外的文件夹。`,
  'key-file-missing': (_, value) =>
    `密钥文件 ${value} 缺失，而数据库仍在，其中的地址只能用原密钥读取。请恢复您保存的副本。`,
  'database-missing': (_, value) =>
    `数据库 ${value} 不存在，但密钥文件属于该数据库。请检查存放数据库的卷是否已挂载。如要使用空数据库，请加 --new 启动。`,
  'cannot-listen': (name, value) => `${name} 的值为“${value}”，但本机无法在此监听。`,
}

export const settings = {
  faults,
  stopped: '启动失败，请修改以下设置：',
  filesClosed: (count: number, first: string) =>
    `本机其他用户曾可访问 ${count} 个数据文件或文件夹，例如 ${first}。现已改为仅限当前用户访问。`,
  keyMade: (path: string) => `已生成密钥文件 ${path}。请另存一份，与数据库分开保管：缺少它，地址和链接都无法读取。`,
  listening: (address: string) => `管理端已启动：${address}`,
  confirmSubscription: (url: string) =>
    `Amazon SNS 请求向此处发送退信通知。如果该主题由您设置，请打开此网址一次以确认：${url}`,
  firstOfficer: (link: string) => `还没有成员。请首位隐私保护主管在此注册（链接仅限一次）：${link}`,
}
