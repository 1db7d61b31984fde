/** What sources elsewhere are read with: from the environment alone, never written down, logged or told. */
export interface Access {
  readonly reliefweb: ReliefwebAccess
}

export interface ReliefwebAccess {
  /** That ReliefWeb has approved for whoever runs the bot. */
  readonly appname?: string
  /** Without a slash at the end; ReliefWeb's own unless told. */
  readonly api?: string
}
