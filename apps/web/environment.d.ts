// What the bundler understands beyond TypeScript.

declare module '*.module.css' {
  const classes: Readonly<Record<string, string>>;
  export default classes;
}

declare module '*.css' {}

declare module '*.svg' {
  /** Its address. */
  const address: string;
  export default address;
}
