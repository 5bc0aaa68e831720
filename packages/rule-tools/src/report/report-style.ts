/** Colours by what they mean to a reader. */
export interface ReportStyle {
  green(text: string): string;
  red(text: string): string;
  yellow(text: string): string;
  dim(text: string): string;
  bold(text: string): string;
}

const same = (text: string): string => text;

/** Text without any colour. */
export const plainStyle: ReportStyle = { green: same, red: same, yellow: same, dim: same, bold: same };
