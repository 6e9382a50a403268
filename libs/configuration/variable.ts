// What is known of one variable of the environment. Its meaning and what it takes are whole parts of sentences, so that the
// document and a complaint say the same.
import { z } from 'zod';

/** The programs that read the environment; `tests` stands for all that is run by developers only. */
export type Reader = 'launcher' | 'api' | 'worker' | 'provider' | 'signer' | 'admin' | 'migrate' | 'operator' | 'tests';

export interface Variable<
  Schema extends z.ZodType = z.ZodType,
  ReadBy extends Reader = Reader,
  NeededBy extends Reader = Reader,
> {
  means: string;
  /** Which values are right, after “it takes”. */
  takes: string;
  /** What holds while it is not set, where the schema has no default. */
  unset?: string;
  schema: Schema;
  readBy: readonly ReadBy[];
  /** Those of its readers that cannot run without it. */
  neededBy?: readonly NeededBy[];
  isSecret?: boolean;
  /** Another variable that must not have the same value. */
  otherThan?: string;
  /** Another variable that has to be set where this one is. */
  needs?: string;
}

/** Keeps the exact types of one variable, which `satisfies` would widen. */
export const variable = <Schema extends z.ZodType, const ReadBy extends Reader, const NeededBy extends ReadBy = never>(
  described: Variable<Schema, ReadBy, NeededBy>,
): Variable<Schema, ReadBy, NeededBy> => described;

/** A whole number, bounds included. */
export function wholeNumber(least: number, most: number, usual: number) {
  return {
    takes: `a whole number from ${least} to ${most}`,
    schema: z
      .string()
      .regex(/^\d{1,9}$/)
      .transform(Number)
      .pipe(z.number().min(least).max(most))
      .default(usual),
  };
}

const portNumber = z
  .string()
  .regex(/^(any|[1-9]\d{0,4})$/)
  .transform(value => (value === 'any' ? 0 : Number(value)))
  .pipe(z.number().max(65_535));

/** The number of a port; 0 stands for `any`. */
export const port = { takes: 'a whole number from 1 to 65535, or any for one that is free', schema: portNumber };

const ipv6 = z
  .string()
  .transform(value => value.replace(/%\w+$/, ''))
  .pipe(z.ipv6());

/** What a server listens on. An address of IPv6 has no brackets here, and may name its network interface. */
export const host = {
  takes: 'the name or address of a network interface',
  schema: z.string().refine(value => /^[\w.-]+$/.test(value) || ipv6.safeParse(value).success),
};

/** An address of PostgreSQL. It holds a password: no part of it is ever repeated. */
export const postgresUrl = {
  takes: 'an address such as postgres://LOGIN:PASSWORD@HOST:5432/DATABASE',
  schema: z.string().refine(value => /^postgres(ql)?:\/\/./.test(value) && URL.canParse(value)),
  isSecret: true,
};

export const oneOf = <const Values extends readonly [string, ...string[]]>(...values: Values) => ({
  takes: values.join(', ').replace(/, ([^,]+)$/, ' or $1'),
  schema: z.enum(values),
});

/** Some text that is not empty: a folder, a name, a host. */
export const text = z.string().regex(/\S/);

/** A budget that refills: units a second, and how many may be asked for at once after a pause. */
export const rate = {
  takes: 'units a second and, after a colon, units at once, such as 100:2000',
  schema: z
    .string()
    .regex(/^[1-9]\d{0,6}:[1-9]\d{0,8}$/)
    .transform(value => value as `${number}:${number}`),
};

const proxyAddress = z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()]);

/** Proxies by their addresses, or how many of them there are. */
export const proxies = {
  takes: 'addresses and networks such as 10.0.0.1,192.168.0.0/16, or how many proxies stand in front, from 1 to 9',
  schema: z
    .string()
    .transform(value => (/^[1-9]$/.test(value) ? Number(value) : value.split(',').map(each => each.trim())))
    .pipe(z.union([z.number(), z.array(proxyAddress)])),
};
