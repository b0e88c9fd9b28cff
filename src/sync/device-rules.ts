/**
 * The rules of the device's side, each by its name. All of them always hold; the simulator switches single ones off to
 * prove that a device without it would be caught (sync, "What modelling taught").
 */
export const deviceRules = {
  waitsForPull: true,
  generationChecked: true,
  appliesWholePulls: true,
  forkNoticed: true,
  halvesCompared: true,
  droppedRowsLeave: true,
  dropForgetsStaged: true,
  otherLensKeepsStaged: true,
  wholeReplaces: true,
  refusedKept: true,
  refusedLeaveView: true,
  refusedKeptAsAction: true,
  waitingReplayed: true,
  returningShown: true,
  chainReplayed: true,
  linksRead: true,
  wholeActionsSent: true,
  wholeActionsAnswered: true,
  wipedPartsCounted: true,
  acceptedKept: true,
  parkedKept: true,
  parkedKeptInPart: true,
  ringResent: true,
  ringOutlivesFork: true,
  proofsKept: true,
  droppedRingLeaves: true,
  cursorsResetAtEpoch: true,
  newIdentityAtEpoch: true,
  numbersAnew: true,
  wipedKeepsPlace: true,
  wipedEverywhere: true,
  sumsCompared: true,
  pullsUntilAnswered: true,
  retries: true,
  returnEndsFailures: true,
} as const;

export type DeviceRules = { readonly [Name in keyof typeof deviceRules]: boolean };
