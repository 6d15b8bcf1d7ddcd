export declare function buildPage(outDir: string, project?: string): Promise<void>;
