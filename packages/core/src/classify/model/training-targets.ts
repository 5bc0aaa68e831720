import type { LabelledMessage } from "./labelled-message.js";
import { modelOutputs } from "./model-outputs.js";

/** What each message should score. */
export interface Targets {
  readonly values: Float64Array;
  /** How much each message counts; nought for those whose label isn't known. */
  readonly known: Float64Array;
}

/** The output each message's issue type stands for, if it is known. */
export function issueOutputs(messages: readonly LabelledMessage[]): (string | undefined)[] {
  return messages.map(({ issueType, kind }) => (issueType === undefined || kind === undefined ? issueType : `other/${kind}`));
}

/** The output each message's feeling stands for, if it is known. */
export function feelingOutputs(messages: readonly LabelledMessage[]): (string | undefined)[] {
  return messages.map(({ sentiment }) => (sentiment === undefined ? undefined : `feels/${sentiment}`));
}

/** For each output but the tones, the messages that are its own, 1, and those that aren't, -1; 0 where it isn't known. */
export function sidesOf(messages: readonly LabelledMessage[]): Int8Array[] {
  const issues = issueOutputs(messages);
  const feelings = feelingOutputs(messages);
  return modelOutputs
    .filter((output) => !output.startsWith("tone/"))
    .map((output) => {
      const labels = output.startsWith("feels/") ? feelings : issues;
      return Int8Array.from(labels, (label) => (label === undefined ? 0 : label === output ? 1 : -1));
    });
}

/** Anger, 1, against anything else. */
export function angerTargets(messages: readonly LabelledMessage[]): Targets {
  return {
    values: Float64Array.from(messages, ({ sentiment }) => (sentiment === "angry" ? 1 : -1)),
    known: Float64Array.from(messages, ({ sentiment }) => (sentiment === undefined ? 0 : 1)),
  };
}

/** Praise against complaint; what is neutral says little of either. Praise is rare, so it weighs more. */
export function praiseTargets(messages: readonly LabelledMessage[]): Targets {
  const values = Float64Array.from(messages, ({ sentiment }) => (sentiment === "positive" ? 1 : sentiment === "neutral" ? 0 : -1));
  const known = Float64Array.from(messages, ({ sentiment, issueType }) => {
    if (sentiment === undefined) return 0;
    if (sentiment === "neutral") return neutralWeight;
    return (issueType === undefined ? reviewWeight : 1) * (sentiment === "positive" ? praiseWeight : 1);
  });
  return { values, known };
}

const neutralWeight = 0.1;
const reviewWeight = 2;
const praiseWeight = 2;
