import { pageCookie } from '../http/page-cookie.ts'

export const RECEIPT_COOKIE = 'receipt'

/** The cookie that carries a receipt code to the thanks page at `path`, so that the code appears in no URL. */
export const thanksCookie = (surveyUrl: string, path: string, receipt: string): string =>
  pageCookie(surveyUrl, RECEIPT_COOKIE, receipt, path)
