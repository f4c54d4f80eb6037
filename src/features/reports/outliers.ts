import rule from '../../../data/reports/outliers.json' with { type: 'json' };

/** How many of the venue's own reports are looked back on. */
export const pastReports = rule.reports;

/** Increases below this are never far from anything. */
export const outlierMinimum = rule.minimum;

/**
 * Is this increase in doses far from what the venue's reports brought so far? More than `factor` times the largest of them
 * (data); never with fewer than two to compare with.
 */
export const isFarFromPast = (increase: number, past: readonly number[]): boolean =>
  past.length > 1 && increase >= rule.minimum && increase > rule.factor * Math.max(0, ...past);
