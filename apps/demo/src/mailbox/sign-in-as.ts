import type { Account } from '../people/role-accounts.ts'

/**
 * Signs in at the dashboard, and returns the cookies of the session. A browser sends them to every port of this machine, so
 * the demo can set them and no app needs a route for it.
 */
export async function signInAs(reportingUrl: string, { email, password }: Account): Promise<readonly string[]> {
  const response = await fetch(`${reportingUrl}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: reportingUrl },
    body: JSON.stringify({ email, password }),
  })
  if (!response.ok) throw new Error(`${email} cannot sign in: ${response.status}`)
  return response.headers.getSetCookie()
}
