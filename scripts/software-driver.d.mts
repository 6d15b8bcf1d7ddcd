export declare function softwareDriverIsFor(platform?: string, arch?: string): boolean;
export declare function unpackChromium(): Promise<string | null>;
export declare function softwareDriverEnvironment(): Promise<Record<string, string>>;
export declare function browserEnvironment(): Promise<Record<string, string>>;
